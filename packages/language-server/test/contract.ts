/** A contract in two notations and three files, with everything that has a name. */
export const TEXTS: Readonly<Record<string, string>> = {
  'openapi.yaml': `openapi: 3.1.0
info: { title: 'Pets 😀', version: 1.0.0 }
tags:
  - name: pets
    description: 'All 😀 about pets.'
security:
  - 'api key': []
  - oauth: [read]
paths:
  '/owners/{ownerId}/pets/{id}':
    parameters:
      - { name: ownerId, in: path, required: true, schema: { type: string } }
      - $ref: "#/components/parameters/Id" # 😀
    get:
      operationId: getPet
      tags: [pets, 'other']
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
          links:
            owner:
              operationId: getOwner
              parameters: { ownerId: $request.path.ownerId }
        default: { $ref: 'shared/errors.json#/Problem' }
  /owners/{ownerId}:
    get:
      operationId: getOwner
      tags: [other]
      security: [{ oauth: [] }]
      parameters:
        - { name: ownerId, in: path, required: true, schema: { type: string } }
      responses:
        default: { $ref: shared/errors.json#/Problem }
  /pets/{id}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get:
      responses: { default: { description: ok } }
components:
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: string } }
  schemas:
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: 'shared/dog.yaml' }]
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, tom: '#/components/schemas/Cat', dog: shared/dog.yaml }
    Cat:
      type: object
      properties:
        kind: { type: string }
        friend: { $ref: '#/components/schemas/Cat/properties/kind' }
  securitySchemes:
    'api key': { type: apiKey, in: header, name: X-Key }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a.example/t, scopes: { read: r } } } }
`,
  'shared/errors.json': `{
  "Problem": {
    "description": "😀",
    "content": { "application/json": { "schema": { "$ref": "../openapi.yaml#/components/schemas/Cat" } } }
  }
}
`,
  'shared/dog.yaml': `type: object
properties:
  kind: { type: string }
  next: { $ref: 'dog.yaml' }
  cat: { $ref: ../openapi.yaml#/components/schemas/Cat }
`,
};
