#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "report/flow/submission.hpp"
#include "report/report.hpp"

/// Official documents that were made of what a report sent.
namespace caicach::report
{

/// Whose documents they are, in the module of documents; the object is the submission.
inline constexpr std::string_view paper_source = "report";

/// Of all submissions of the report, the latest first.
[[nodiscard]] Result<std::vector<outgoing::Document>> documents_of(
    database::Transaction& transaction, const std::vector<Submission>& sent);

/// The document of the standing submission: a draft is written anew, else there is a new one. The
/// report is held. conflict "report.flow.not_now" where nothing stands sent,
/// "report.paper.numbered" where a document with a number stands for it.
[[nodiscard]] Result<outgoing::Document> make_document(Context& context,
                                                       database::Transaction& transaction,
                                                       const Report& report,
                                                       std::optional<identity::SignerId> signer);

/// For the forms in force: what an office's own template may name of reports by them.
[[nodiscard]] Result<void> tell_template_purposes(Context& context,
                                                  database::Transaction& transaction,
                                                  const outgoing::TemplatePurposesAsked& asked);
[[nodiscard]] Result<void> tell_template_values(Context& context,
                                                database::Transaction& transaction,
                                                const outgoing::TemplateValuesAsked& asked);

/// The page of the report that the document was made of, for who may see the report.
[[nodiscard]] Result<void> tell_source_link(Context& context, database::Transaction& transaction,
                                            const outgoing::SourceLinkAsked& asked);

/// What a package holds of the report: what was sent, its numbers as a sheet, its files.
[[nodiscard]] Result<void> add_package_parts(Context& context, database::Transaction& transaction,
                                             const outgoing::PackagePartsAsked& asked);
/// Which of its files stand behind the first volume.
[[nodiscard]] Result<void> tell_package_volumes(Context& context,
                                                database::Transaction& transaction,
                                                const outgoing::PackageVolumesAsked& asked);

}  // namespace caicach::report
