#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/target/numbers_missing.hpp"

namespace caicach::obligation
{

struct RhythmsPage {
    plan::PlanSummary plan{};
    std::vector<Target> targets{};
    std::vector<NumberRhythm> rhythms{};
    Date today{};
    std::string typed_target{};
    std::string typed_rhythm{};
    std::string typed_days{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response rhythms_page(const Context& context, const RhythmsPage& page);

/// "Hằng quý, chậm nhất 10 ngày sau khi hết kỳ"
[[nodiscard]] std::string rhythm_text(const NumberRhythm& rhythm);

/// On the page of a target: whose numbers are asked for, and who has not stated them.
void write_asked(html::Writer& out, const TargetStanding& standing, bool sees_all, Date today);
/// What one agency has not stated, each leading to its target; nothing where there is none.
void write_own_missing(html::Writer& out, const std::vector<MissingNumbers>& missing, Date today);

}  // namespace caicach::obligation
