#pragma once
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "document/word_template.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "outgoing/template/template.hpp"

namespace caicach::outgoing
{

/// What a person brings.
struct NewTemplate {
    organisation::AgencyId agency{};
    std::string kind{};
    std::string purpose{};
    std::string name{};
};
/// All that is wrong with the file, or nothing and the file kept. It reads and scans: no
/// transaction is open. unsupported "document.template.no_word", too_large
/// "document.limit.template".
struct ReadTemplate {
    std::vector<document::TemplateFault> faults{};
    std::optional<attachment::KeptFile> kept{};
};
[[nodiscard]] Result<ReadTemplate> read_brought(Context& context, const http::UploadedFile& file,
                                                const document::TemplateFields& known);
/// With an audit line. invalid "outgoing.kind.unknown"; too_large "outgoing.template.too_many".
[[nodiscard]] Result<Template> add_template(Context& context, database::Transaction& transaction,
                                            const NewTemplate& wanted,
                                            const attachment::KeptFile& kept);
/// The one of the kind and purpose that was used before ends. conflict "outgoing.template.not_now".
[[nodiscard]] Result<void> put_to_use(Context& context, database::Transaction& transaction,
                                      const Template& chosen);
/// From then on documents of the kind are as the decree has them. conflict
/// "outgoing.template.not_now".
[[nodiscard]] Result<void> end_template(Context& context, database::Transaction& transaction,
                                        const Template& ended);

/// The file itself.
[[nodiscard]] Result<std::string> template_bytes(const Context& context,
                                                 database::Transaction& transaction,
                                                 const Template& one);
/// Filled with a document as it goes on paper, and with what else its source says of it.
[[nodiscard]] Result<std::string> filled_with(const std::string& docx,
                                              const document::OfficialDocument& printed,
                                              const json::Value& others);

}  // namespace caicach::outgoing
