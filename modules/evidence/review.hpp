#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"

/// A reviewer refuses a fact with a reason; the agency sees it and answers, or corrects the fact;
/// the reviewer may accept it again. Verdicts and answers are appended, never edited.
namespace caicach::evidence
{

enum class ReviewStep { refused, accepted, answered };

struct Review {
    ReviewStep step{};
    std::string text{};  ///< the reason or the answer; of an acceptance it may be empty
    Instant taken_at{};
    AccountId account{};
    std::string agency_name{};
};
/// In their order.
[[nodiscard]] Result<std::vector<Review>> reviews_of(database::Transaction& transaction,
                                                     FactId fact);
/// "Không công nhận"
[[nodiscard]] std::string_view label_of(ReviewStep step);
/// A row with the columns of evidence_review.
[[nodiscard]] Review review_from(const database::Row& row);

/// The fact counts no more; whatever counted it hears FactReviewed. forbidden unless the actor may
/// review facts of its agency; invalid "evidence.review.reason_missing"; conflict
/// "evidence.review.not_counting" where it does not count anyway, "….too_many".
[[nodiscard]] Result<void> refuse(Context& context, database::Transaction& transaction,
                                  const RecordedFact& fact, std::string_view reason);
/// It counts again. conflict "evidence.review.not_refused".
[[nodiscard]] Result<void> accept(Context& context, database::Transaction& transaction,
                                  const RecordedFact& fact, std::string_view note);
/// What the agency says to a refusal. conflict "evidence.review.not_refused"; invalid
/// "evidence.review.answer_missing".
[[nodiscard]] Result<void> answer(Context& context, database::Transaction& transaction,
                                  const RecordedFact& fact, std::string_view text);

}  // namespace caicach::evidence
