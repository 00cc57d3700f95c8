import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createChecker } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
const CORPUS='/work/wt/shared/corpus';
const { items } = JSON.parse(readFileSync(join(CORPUS,'MANIFEST.json'),'utf8'));
const openapi = items.filter(({kind,path}: any)=>kind==='openapi'&&/\.(ya?ml|json)$/.test(path)&&statSync(join(CORPUS,path)).isFile());
const checker=createChecker(FORMATS); const host=diskHost(CORPUS);
const groups=new Map<string,{n:number,docs:Set<string>,samples:string[]}>();
let clean=0,total=0;
const only=process.argv[2];
const t0=performance.now();
for (const {id,path} of openapi){ 
  if (path.startsWith('broken')||path.includes('/broken/')) continue;
  const c=await checker.load(path,host); if('refusal' in c){console.log('refused',id,c.refusal);continue}
  total++;
  const errs=checker.lint(c,{preset:'minimal'}).filter(f=>f.severity==='error');
  if(!errs.length) clean++;
  for(const f of errs){ const key=f.ruleId+' '+((f.data as any).fault??'')+' '+((f.data as any).object??'')+' '+((f.data as any).field??(f.data as any).syntax??(f.data as any).names??(f.data as any).label??''); 
    const g=groups.get(key)??{n:0,docs:new Set(),samples:[]}; groups.set(key,g); g.n++; if(!g.docs.has(id.replace(/\/.*|@.*|:.*/,''))&&g.samples.length<3) g.samples.push(`${f.at.uri}:${f.at.start.line+1} ${f.message}`); g.docs.add(id.replace(/\/.*|@.*|:.*/,'')); }
}
console.log(total,'documents',clean,'without errors', Math.round(performance.now()-t0),'ms');
for(const [k,g] of [...groups].sort((a,b)=>b[1].n-a[1].n)) if(!only||k.includes(only)) console.log(`${g.n}\t${g.docs.size}\t${k}\n\t\t${g.samples.join('\n\t\t')}`);
