#pragma once
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"

/// A document with all that belongs to it in one file, to be handed to another program.
namespace caicach::outgoing
{

/// What a package is made of; read in a transaction that ends before it is made.
struct PackageContent {
    Document document{};
    document::OfficialDocument printed{};
    std::string pdf_path{};   ///< signed, or as it was drawn with the number; empty: drawn anew
    std::string docx_path{};  ///< as it was written with the number; empty: written anew
    std::string agency_code{};
    std::vector<PackagePart> parts{};  ///< of the module that owns the source
    int volume{1};                     ///< the first holds the paper, others files alone
    int volumes{1};
};
/// conflict "outgoing.document.not_numbered" for a draft; too_large "outgoing.package.too_large";
/// not_found "outgoing.package.no_volume".
[[nodiscard]] Result<PackageContent> package_content_of(Context& context,
                                                        database::Transaction& transaction,
                                                        const Document& document, int volume = 1);
/// Names of files behind the first volume, volume by volume; mostly none.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> further_volumes(
    Context& context, database::Transaction& transaction, const Document& document);

struct Package {
    std::string name{};    ///< "K7Q2M4D8PX": of the document, for ever the same; "K7Q2M4D8PX-2"
    std::string bytes{};   ///< of a ZIP; the same document gives the same
    std::string sha256{};  ///< of `bytes`
};
/// "van-ban.pdf" (the signed one where there is one), "van-ban.docx", "van-ban.json", the parts,
/// and "manifest.json" with the SHA-256 of each; of a further volume the parts alone. It takes its
/// time, for pages are drawn: end the transaction first.
[[nodiscard]] Result<Package> package_of(const PackageContent& content);

}  // namespace caicach::outgoing
