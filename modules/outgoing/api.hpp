#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/official_document.hpp"
#include "document/word_template.hpp"
#include "outgoing/document/document.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
}  // namespace caicach

/// The door of the module: documents that leave an agency, with the number that they bear.
namespace caicach::outgoing
{

/// What another module hands over. Head, number and day, and the lines of the signature are this
/// module's; annexes without a note get one that names number and day.
struct NewDocument {
    organisation::AgencyId agency{};
    std::string kind{};  ///< key of a DocumentKind: "bao_cao"
    document::OfficialDocument content{};
    std::optional<identity::SignerId> signer{};  ///< who is to sign; may be chosen later
    std::string source_module{};                 ///< "obligation"; empty: written by hand
    std::int64_t source_object{};
};
/// A draft, which people number, print and send at its page. Needs "outgoing.write" for the agency.
/// invalid "outgoing.kind.unknown", "outgoing.document.secret" for a subject that bears a mark of
/// secrecy; too_large "outgoing.document.too_long".
[[nodiscard]] Result<Document> draft_document(Context& context, database::Transaction& transaction,
                                              const NewDocument& wanted);
/// The same document with other words, while it is a draft: conflict "outgoing.document.not_now".
/// Where what is handed over names its source, the document is of that object from now on.
[[nodiscard]] Result<Document> renew_content(Context& context, database::Transaction& transaction,
                                             const Document& document, const NewDocument& wanted);
/// Those that were made of that thing, the latest first.
[[nodiscard]] Result<std::vector<Document>> documents_of(database::Transaction& transaction,
                                                         std::string_view source_module,
                                                         std::int64_t source_object);

/// The key of the kind that those letters stand for in a symbol: "bao_cao" of "BC". invalid
/// "outgoing.kind.unknown" at "kind".
[[nodiscard]] Result<std::string> kind_of_mark(std::string_view mark, Date day);

/// Whether the actor may read it: of its agency, or of one that it was sent to.
[[nodiscard]] Result<bool> may_read(const Context& context, database::Transaction& transaction,
                                    const Document& document);
/// Whether the actor may write documents of the agency.
[[nodiscard]] bool may_write(const Context& context, organisation::AgencyId agency);
/// forbidden unless the actor may.
[[nodiscard]] Result<void> require_writing(const Context& context, organisation::AgencyId agency);

/// Its page.
[[nodiscard]] std::string path_of(const Document& document);

/// A file of a package, beside the document's own.
struct PackagePart {
    std::string name{};  ///< "bao-cao.json": ASCII, without folders
    std::string bytes{};
};
/// Asked when a package is made: whoever owns the document's source adds what belongs to it. Files
/// that one package cannot hold stand in volumes of their own, from the second on.
struct PackagePartsAsked {
    const Document& document;
    std::vector<PackagePart>* parts{};
    int volume{1};
};
/// Asked by who shows the document: which files stand in the second volume, the third, …
struct PackageVolumesAsked {
    const Document& document;
    std::vector<std::vector<std::string>>* volumes{};
};

/// Where people see what a document was made of.
struct SourceLink {
    std::string text{};  ///< "Báo cáo cải cách hành chính, quý I năm 2026"
    std::string path{};
};
/// Asked for the page of a document: whoever owns its source answers those who may see that.
struct SourceLinkAsked {
    const Document& document;
    std::optional<SourceLink>* link{};
};

/// What documents are made of that an office may have a Word template for: a form of reports.
struct TemplatePurpose {
    std::string key{};                  ///< "report.par_quarter"
    std::string text{};                 ///< "Báo cáo công tác cải cách hành chính"
    std::string kind{};                 ///< of its documents: "bao_cao"
    document::TemplateFields fields{};  ///< beside those that every document has
};
struct TemplatePurposesAsked {
    std::vector<TemplatePurpose>* purposes{};
};
/// Whoever owns the document's source says what it is for, and what its fields say of it.
struct TemplateValuesAsked {
    const Document& document;
    std::string* purpose{};
    json::Value* values{};  ///< none: only the purpose is asked for
};

/// Packages that another program could not be handed: for /healthz.
[[nodiscard]] Result<std::int64_t> failed_hand_overs(database::Transaction& transaction);

}  // namespace caicach::outgoing
