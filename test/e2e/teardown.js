const WithN8n = require('./environment');

module.exports = () => WithN8n.stop();
