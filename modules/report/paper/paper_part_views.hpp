#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "report/report.hpp"

namespace caicach::report
{

/// What the page of a report shows of its documents.
struct PaperPart {
    std::string code{};  ///< of the report
    bool is_sent{};
    bool may_issue{};                                       ///< now
    std::vector<outgoing::Document> documents{};            ///< that one may read, the latest first
    SubmissionId current{};                                 ///< what stands sent
    std::vector<identity::PossibleSignature> signatures{};  ///< of the agency, today
};
/// Its files; its documents with number and state; the form that makes one.
void paper_part(html::Writer& out, const Context& context, const PaperPart& part);

}  // namespace caicach::report
