// fills marks for id into page fences (yaml/json without before), prints page
import { readFileSync, writeFileSync } from 'node:fs';
import { createChecker, memoryHost, readText, toValue, applyEdits } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { takeMarks } from './test/page/page.ts';
const checker=createChecker(FORMATS);
for (const id of process.argv.slice(2)) {
  const file=`packages/openapi/src/rules/${id}.md`; let text=readFileSync(file,'utf8');
  const parts=text.split(/(```[^\n]*\n[\s\S]*?\n```)/);
  let current: {contract:any,findings:any[]}|undefined; let options=''; const out:string[]=[];
  // group per heading
  const sections=text.split(/(?=^## )/m);
  const res=[];
  for (const sec of sections){
    const fences=[...sec.matchAll(/```(yaml|json)([^\n]*)\n([\s\S]*?)\n```/g)];
    const opt=fences.find(f=>f[2].includes('options'))?.[3]??'';
    const heads=fences.filter(f=>!/options|fixed|before/.test(f[2]));
    const name=(f:any,i:number)=>/title=(\S+)/.exec(f[2])?.[1]??`openapi.${f[1]}`;
    const files:Record<string,string>={}; heads.forEach((f,i)=>files[name(f,i)]=takeMarks('',f[3]+'\n').text);
    let s=sec;
    if(heads.length){
      const c:any=await checker.load(Object.keys(files)[0],memoryHost(files));
      const {root}=readText({uri:'o',text:opt});
      const set={preset:'full' as const,options:new Map(root?[[id,Object(toValue(root))] as const]:[])};
      const fs=checker.lint(c,set).filter(f=>f.ruleId===id);
      for(const f of heads){ const n=name(f,0); const lines=files[n].replace(/\n$/,'').split('\n'); const outl:string[]=[];
        lines.forEach((l,i)=>{ outl.push(l); for(const x of fs.filter(x=>x.at.uri===n&&x.at.start.line===i).sort((a,b)=>a.at.start.character-b.at.start.character||a.message.localeCompare(b.message))){ const lead=x.at.start.character; const len=x.at.end.line===x.at.start.line?x.at.end.character-lead:lines[i].length-lead; const com=f[1]==='json'?'//':'#'; outl.push((lead>=com.length?com+' '.repeat(lead-com.length):' '.repeat(lead))+'^'.repeat(Math.max(1,len))+` ${x.severity} ${id}: ${x.message}`);} });
        s=s.replace(f[0],()=>'```'+f[1]+f[2]+'\n'+outl.join('\n')+'\n```'); }
      for(const f of fences.filter(f=>/fixed/.test(f[2]))){ const n=name(f,0); const src=c.snapshot.files.get(n)?.source; if(!src) continue; const m=checker.fixes(c,fs,set); const edits=[...m.values()].flatMap((x:any)=>x.slice(0,1).flatMap((y:any)=>y.edits)).filter((e:any)=>e.uri===n);
        s=s.replace(f[0],()=>'```'+f[1]+f[2]+'\n'+applyEdits(src,edits).replace(/\n$/,'')+'\n```'); }
    }
    res.push(s);
  }
  writeFileSync(file,res.join(''));
}
