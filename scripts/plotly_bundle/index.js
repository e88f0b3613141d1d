'use strict';

// The trace types the application draws, and no others. `core` already holds
// scatter, the cartesian axes, annotations, shapes, selections, legend,
// colorbar, hover and the mode bar; choropleth and scattergeo bring `geo`.
// A figure with another trace type is drawn as scatter: add the type here and
// run build.sh again.
var Plotly = require('plotly.js/lib/core');

Plotly.register([
    require('plotly.js/lib/bar'),
    require('plotly.js/lib/choropleth'),
    require('plotly.js/lib/scattergeo'),
    require('plotly.js/lib/heatmap')
]);

module.exports = Plotly;
