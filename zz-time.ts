import { createChecker } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
const host=diskHost('/work/wt/shared/corpus'); const checker=createChecker(FORMATS);
for(let i=0;i<3;i++){ let t=performance.now(); const c=await checker.load('openapi/histories/github-rest/00-22.0.0/api.github.com.json',host); if('refusal' in c) throw 1; const l=performance.now()-t;
 t=performance.now(); checker.lint(c,{preset:'full',severities:new Map([['oas-structure','off']])}); const a=performance.now()-t;
 t=performance.now(); const only=new Map(FORMATS.flatMap(f=>f.rules.map(r=>[r.id,'off' as const]))); only.delete('oas-structure'); checker.lint(c,{preset:'minimal',severities:only}); const b=performance.now()-t;
 console.log('load',l|0,'lint without',a|0,'structure + walk',b|0);}
