import '@graphiql/react/setup-workers/vite';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { chosenCompany } from '../company/chosen-company.ts';
import { requestHeaders } from '../graph/request-headers.ts';
import { examplePlugin } from './example-list.tsx';
import { firstQuery } from './first-query.ts';
import 'graphiql/style.css';
import './graphiql-page.css';

/** GraphiQL with the cockpit's own session, company and socket. History and the schema's documentation are its own plugins. */
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  headers: requestHeaders(),
  wsClient: createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => {
      const companyId = chosenCompany();
      return companyId === null ? {} : { companyId };
    },
  }),
});

const root = document.getElementById('root');
if (root === null) throw new Error('graphiql.html has an element with the id "root".');
createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplePlugin]}
    defaultQuery={firstQuery}
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>
      <a href="/" className="graphiql-home">
        TEEI
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
