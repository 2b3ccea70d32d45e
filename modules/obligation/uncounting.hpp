#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/paths.hpp"
#include "obligation/uncounted.hpp"

/// "Không tính cho việc này": one match is undone, the fact stays for all others. The agency hears
/// of it and may answer; who undid it, or another with that right, may take it back.
namespace caicach::obligation
{

/// To say that a result does not count for one piece of work; asked about the agency that owes it,
/// or about the one that coordinates the plan.
inline constexpr Permission judge_counts{
    "obligation.judge_count", "Loại kết quả khỏi một việc", {"coordinator", "inspector"}};

/// Who reviews what agencies did, or coordinates the plan.
[[nodiscard]] Result<bool> may_judge_counts(const Context& context,
                                            database::Transaction& transaction,
                                            const Obligation& obligation);

/// forbidden for who may not judge; conflict "obligation.uncount.not_counting".
[[nodiscard]] Result<void> uncount(Context& context, database::Transaction& transaction,
                                   const Obligation& obligation, evidence::FactId fact,
                                   std::string_view reason);
/// It counts again where it fits still. conflict "obligation.uncount.gone" where nobody undid it.
[[nodiscard]] Result<void> count_again(Context& context, database::Transaction& transaction,
                                       const Obligation& obligation, evidence::FactId fact);
/// What the agency says of it, told to who undid it; the last word stands.
[[nodiscard]] Result<void> answer_uncounting(Context& context, database::Transaction& transaction,
                                             const Obligation& obligation, evidence::FactId fact,
                                             std::string_view answer);

/// A match that somebody undid, as the page of the obligation shows it.
struct ShownUncounted {
    Uncounted uncounted{};
    evidence::RecordedFact fact{};
    std::string agency{};  ///< whose people undid it
};

/// What is undone of an obligation's counts, and who may undo more.
struct UncountingPart {
    std::vector<ShownUncounted> undone{};
    bool may_judge{};
    bool may_answer{};
    std::string fact{};  ///< as chosen in a form that was refused
    std::string reason{};
    std::string answer{};
    bool is_refused{};  ///< the form to undo one
};
[[nodiscard]] Result<UncountingPart> uncounting_of(const Context& context,
                                                   database::Transaction& transaction,
                                                   const Obligation& obligation);

[[nodiscard]] inline std::string uncount_path(std::string_view code)
{
    return task_path(code) + "/khong-tinh";
}
[[nodiscard]] inline std::string count_again_path(std::string_view code)
{
    return uncount_path(code) + "/thoi";
}
[[nodiscard]] inline std::string uncount_answer_path(std::string_view code)
{
    return uncount_path(code) + "/tra-loi";
}

}  // namespace caicach::obligation
