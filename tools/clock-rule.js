/** A lint rule for the pure rooms: they receive the clock, they do not read it. */
const clock = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0)
        context.report({ node, message: 'pure rooms receive the clock' });
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.name === 'Date' || (callee.object?.name === 'Date' && callee.property?.name === 'now'))
        context.report({ node, message: 'pure rooms receive the clock' });
    },
  }),
};

export default { meta: { name: 'pure' }, rules: { clock } };
