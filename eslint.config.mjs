import tseslint from 'typescript-eslint'

const described = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value) || / -- \S/.test(comment.value)) continue
          context.report({
            loc: comment.loc,
            message: 'Say why: `eslint-disable-… rule -- reason`.',
          })
        }
      },
    }
  },
}

const tests = ['**/*.test.ts', '**/test/**']

export default tseslint.config(
  { ignores: ['**/dist/', '.tsc/', '.data/', 'coverage/', '**/*.{js,cjs,mjs}', '**/*.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { zapis: { rules: { described } } },
    rules: {
      'zapis/described': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-constant-binary-expression': 'error',
      'no-unsafe-finally': 'error',
      'no-fallthrough': 'error',
      'no-control-regex': 'error',
      'no-useless-escape': 'error',
      'no-empty': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['warn', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ClassDeclaration[id.name=/.(Service|Manager|Helper|Util)s?$/]',
          message: 'A name that says nothing: what does it do?',
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Our interfaces are implemented by closures, which have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // An implementation that has nothing to wait for keeps the promise of its interface.
      '@typescript-eslint/require-await': 'off',
      // `T extends Row = Row` at the borders of the database is such a parameter.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      // A test that is wrong about this fails, which is all it should do.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Of a language there is one file, however much it says.
    files: [
      ...['**/generated/**', 'sdk/src/types.ts', 'sdk/src/resources.ts'],
      'widget/src/texts/languages/*.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
)
