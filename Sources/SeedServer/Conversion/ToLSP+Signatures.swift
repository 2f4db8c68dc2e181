// From our signatures to the protocol's.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel

extension ToLSP {
  /// The signature of a call. Clients that can't take a parameter as a part of the label get the label alone.
  static func signatureHelp(
    _ help: SeedIDE.SignatureHelp, _ client: TextDocumentClientCapabilities
  ) -> LanguageServerProtocol.SignatureHelp {
    let formats = client.signatureHelpFormats
    let parameters = zip(help.function.parameters, help.parameterRanges).map { parameter, range in
      ParameterInformation(
        label: (range.lowerBound, range.upperBound),
        documentation: markup(RichText.documentation(parameter.documentation), formats))
    }
    let signature = SignatureInformation(
      label: help.label, documentation: markup(RichText.documentation(help.function.documentation), formats),
      parameters: client.signatureLabelOffsets ? parameters : nil)
    // A number past the end means none; without a number the first would be meant.
    return LanguageServerProtocol.SignatureHelp(
      signatures: [signature], activeSignature: 0, activeParameter: help.activeParameter ?? parameters.count)
  }
}
