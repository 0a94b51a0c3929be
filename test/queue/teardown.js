module.exports = require('../e2e/teardown');
