#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "report/flow/late_part.hpp"
#include "report/flow/step.hpp"
#include "report/flow/submission.hpp"
#include "report/form/definition.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// A step or a remark with the name of the agency that took it.
struct ShownStep {
    Step step{};
    std::string agency{};
};
struct ShownRemark {
    std::int64_t number{};  ///< of the report's, from 1
    std::string field{};
    std::string part{};  ///< its text
    std::string text{};
    std::string agency{};
    bool is_settled{};
};

/// What the page of a report shows of its way: what you may do now, what was said of it, what was
/// sent.
struct FlowPart {
    std::string code{};      ///< of the report
    std::vector<Act> may{};  ///< in the order of Act
    std::vector<ShownRemark> remarks{};
    bool may_settle{};  ///< what was said
    std::vector<ShownStep> steps{};
    std::vector<Submission> sent{};
    std::vector<const Part*> parts{};  ///< that a remark may be about
    std::string key{};                 ///< of the form that sends it
    std::map<std::string, std::string, std::less<>> typed{};
    LatePart late{};
    bool lacks_something{};  ///< what stops it from being sent
    web::Fault fault{};
};

/// What the collector said, above the form.
void remark_part(html::Writer& out, const Context& context, const FlowPart& part);
/// The steps that you may take, and those that were taken, below it.
void flow_part(html::Writer& out, const Context& context, const FlowPart& part);

/// Of the fields of its forms.
inline constexpr std::string_view reason_field = "ly_do";
inline constexpr std::string_view note_field = "ghi_chu";
inline constexpr std::string_view until_field = "den_ngay";
inline constexpr std::string_view no_secret_field = "khong_mat";
inline constexpr std::string_view seen_field = "bien_nhan";  ///< which submission was looked at
inline constexpr std::string_view remark_number_field = "so";
inline constexpr std::string_view remark_prefix = "y_kien-";

}  // namespace caicach::report
