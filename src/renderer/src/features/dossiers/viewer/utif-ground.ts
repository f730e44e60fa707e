// What utif2 looks for when it is loaded: it takes its inflating library only where `require` is a function (the bundler
// has put the library in already), and asks `window` whether a page wants to hear of CMYK. A worker has neither.
Object.assign(self, { require: () => undefined, window: self })
