const { QvicklyApi } = require('./dist/credentials/QvicklyApi.credentials.js');
const { Qvickly } = require('./dist/nodes/Qvickly/Qvickly.node.js');

module.exports = { Qvickly, QvicklyApi };
