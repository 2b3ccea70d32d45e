#pragma once
#include <string>
#include <vector>

#include "document/word_template.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "outgoing/number/document_kind.hpp"
#include "outgoing/template/template.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

struct TemplatesPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< whose templates the person manages
    std::vector<DocumentKind> kinds{};
    std::vector<TemplatePurpose> purposes{};
    std::vector<Template> templates{};
    std::vector<document::TemplateFault> faults{};  ///< of the file that was brought
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response templates_page(const Context& context, const TemplatesPage& page);

struct TemplatePage {
    Template shown{};
    std::string kind{};
    std::string purpose{};  ///< empty: all of the kind
    std::string agency_code{};
    web::Fault fault{};
};
[[nodiscard]] http::Response template_page(const Context& context, const TemplatePage& page);

/// What may stand between (( and )).
struct TemplateHelpPage {
    std::vector<TemplatePurpose> purposes{};
    std::string purpose{};  ///< whose fields are shown; empty: those of all documents
    document::TemplateFields fields{};
};
[[nodiscard]] http::Response template_help_page(const Context& context,
                                                const TemplateHelpPage& page);

/// Between kind and purpose, in what the form sends.
inline constexpr char purpose_sign = '/';

}  // namespace caicach::outgoing
