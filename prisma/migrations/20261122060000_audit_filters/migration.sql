-- What the audit log is narrowed by, each newest first.
CREATE INDEX "audit_entry_company_id_action_position_idx" ON "privacy"."audit_entry"("company_id", "action", "position" DESC);
CREATE INDEX "audit_entry_company_id_actor_position_idx" ON "privacy"."audit_entry"("company_id", "actor", "position" DESC);
CREATE INDEX "audit_entry_company_id_target_position_idx" ON "privacy"."audit_entry"("company_id", "target", "position" DESC);
CREATE INDEX "audit_entry_company_id_occurred_at_idx" ON "privacy"."audit_entry"("company_id", "occurred_at");
