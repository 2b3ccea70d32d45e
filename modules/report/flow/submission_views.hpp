#pragma once
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/flow/late_part.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/submission.hpp"

namespace caicach::report
{

/// Whose report it is.
struct SubmissionHead {
    std::string report{};  ///< code
    std::string form{};
    std::string caption{};  ///< agency and period
};

struct SentVersion {
    Submission submission{};
    SentContent content{};
    Definition definition{};
};

struct SubmissionPage {
    SubmissionHead head{};
    SentVersion sent{};
    LatePart settled{};  ///< what came behind the one before, and is in this one
    bool is_current{};
};
[[nodiscard]] http::Response submission_page(const Context& context, const SubmissionPage& page);

struct ComparisonPage {
    SubmissionHead head{};
    std::vector<Submission> all{};  ///< to choose from
    SentVersion before{};
    SentVersion after{};
};
[[nodiscard]] http::Response comparison_page(const Context& context, const ComparisonPage& page);

/// What is different, as a table; says so where nothing is.
void difference_table(html::Writer& out, std::string_view caption,
                      const std::vector<SentDifference>& differences);

}  // namespace caicach::report
