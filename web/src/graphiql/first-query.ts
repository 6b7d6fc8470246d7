/** What stands in the editor on a first visit: a question that every reader of metrics may ask. */
export const firstQuery = `# You are signed in with the session of the cockpit: what you may read there, you may read here.
# Ctrl-Enter runs the operation under the cursor. The book at the left opens the documentation of the schema.

query MonthlyMetrics {
  metrics(grain: MONTH, name: PARTICIPANTS) {
    month
    value
    absence
  }
}

# Changes arrive here while they happen: import a file in another tab.
subscription Live {
  metricsUpdated {
    cursor
    metrics {
      name
      dimension
      month
      value
    }
  }
}
`;
