import { createLog } from '@teei/runtime/log';
import { createStack } from './create-stack.ts';
import { seedDemo } from './seed/seed-demo.ts';
const t=performance.now();const p=(s:string)=>console.log((performance.now()-t).toFixed(0),s);
const stack = await createStack({dataFolder:'/tmp/d1',port:0,log:createLog('t','info'),progress:p});
p('up '+stack.databaseUrl);
await seedDemo(stack,p); p('seeded');
