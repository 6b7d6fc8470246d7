import { describe, expect, it, test } from 'vitest';
import { dataIntegrityProof, hashedData, isSigned, type JsonObject } from './data-integrity.ts';
import { type LoadContext, loadKnownContext } from './known-contexts.ts';
import { keyOfMultibase } from './public-key.ts';

// The facts of W3C Data Integrity EdDSA Cryptosuites v1.0, appendices B.1 and B.2 (https://www.w3.org/TR/vc-di-eddsa/):
// one credential, one key, and for each cryptosuite the hashes and the signature that must come out.
const multibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
const alumni: JsonObject = {
  '@context': contexts,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const options = {
  type: 'DataIntegrityProof',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: `did:key:${multibase}#${multibase}`,
  proofPurpose: 'assertionMethod',
};
const vectors = [
  {
    options: { ...options, cryptosuite: 'eddsa-rdfc-2022' },
    proofHash: 'bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0',
    documentHash: '517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017',
    proofValue: 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme',
  },
  {
    options: { ...options, cryptosuite: 'eddsa-jcs-2022', '@context': contexts },
    proofHash: '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db',
    documentHash: '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19',
    proofValue: 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
  },
] as const;

/** The context of the W3C's examples gives every term a place of its own; no credential outside a test may name it. */
const load: LoadContext = async (url) =>
  url === contexts[1]
    ? { documentUrl: url, document: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } }
    : loadKnownContext(url);

describe.each(vectors)(
  'the published vector of $options.cryptosuite',
  ({ options, proofHash, documentHash, proofValue }) => {
    const proof = dataIntegrityProof.parse({ ...options, proofValue });
    const key = keyOfMultibase(multibase);
    if (!key) throw new Error('the key of the vector is not read');

    it('has the hashes that the specification prints', async () => {
      const data = await hashedData(alumni, options, load);
      expect(data?.toString('hex')).toBe(proofHash + documentHash);
    });

    it('is signed', async () => {
      expect(await isSigned({ ...alumni, proof }, proof, key, load)).toBe(true);
    });

    it.each([
      ['another name', { ...alumni, name: 'Alumna Credential' }],
      [
        'another subject',
        { ...alumni, credentialSubject: { id: 'did:example:other', alumniOf: 'The School of Examples' } },
      ],
      ['one claim less', { ...alumni, credentialSubject: { id: 'did:example:abcdefgh' } }],
      ['one claim more', { ...alumni, validUntil: '2033-01-01T00:00:00Z' }],
      ['another issuer', { ...alumni, issuer: 'https://vc.example/issuers/5679' }],
    ])('is not signed with %s', async (_, changed) => {
      expect(await isSigned({ ...changed, proof }, proof, key, load)).toBe(false);
    });

    it('is not signed by another key, at another time or with another signature', async () => {
      const other = keyOfMultibase('z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi');
      if (!other) throw new Error('the other key is not read');
      expect(await isSigned({ ...alumni, proof }, proof, other, load)).toBe(false);
      expect(await isSigned(alumni, { ...proof, created: '2023-02-24T23:36:39Z' }, key, load)).toBe(false);
      const [one, two] = vectors;
      expect(
        await isSigned(
          alumni,
          { ...proof, proofValue: proofValue === one.proofValue ? two.proofValue : one.proofValue },
          key,
          load,
        ),
      ).toBe(false);
      expect(await isSigned(alumni, { ...proof, proofValue: 'z11' }, key, load)).toBe(false);
    });
  },
);

test('what has no meaning under the contexts is refused, not left out of what is signed', async () => {
  const document = {
    '@context': [contexts[0]],
    type: ['VerifiableCredential'],
    issuer: 'did:example:a',
    credentialSubject: { id: 'did:example:b', unknownTerm: 'x' },
  };
  await expect(hashedData(document, { ...options, cryptosuite: 'eddsa-rdfc-2022' }, load)).rejects.toThrow();
});
