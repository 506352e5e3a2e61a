import {Worker} from 'worker_threads';import fs from 'fs';
const LIMITS = { rows: 5_000, columns: 200, sheets: 50, unpacked: 60_000_000 };
for(const f of process.argv.slice(2)){const t=Date.now();const w=new Worker(new URL('./apps/api/src/imports/reading/workbook.worker.ts',import.meta.url),{workerData:{content:new Uint8Array(fs.readFileSync(f)),limits:LIMITS}});
const m=await new Promise((d,e)=>{w.on('message',d);w.on('error',e)});console.log(f,Date.now()-t,m.refused??m.sheets.map(s=>[s.name,s.rows.length,JSON.stringify(s.rows.slice(5,6))]));await w.terminate()}
