#pragma once
#include <map>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/correction.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/submission.hpp"
#include "report/flow/submission_views.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

struct CorrectionPage {
    SubmissionHead head{};
    Filled filled{};                            ///< worked out now
    Submission last{};                          ///< what was sent last
    SentContent sent{};                         ///< what it said
    std::vector<SentDifference> differences{};  ///< of what would go out now, before any change
    std::map<std::string, std::string, std::less<>> typed{};  ///< of a refused form
    std::vector<RefusedCell> refused{};
    std::string key{};
    web::Fault fault{};
    int status{200};
};
[[nodiscard]] http::Response correction_page(const Context& context, const CorrectionPage& page);

}  // namespace caicach::report
