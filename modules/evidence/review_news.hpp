#pragma once
#include <span>
#include <string_view>

#include "evidence/review.hpp"

namespace caicach::evidence
{

/// Tells of a step of a review, by bell and letter: verdicts to who recorded the fact and to the
/// heads (else the officers) of its agency, the agency's answer to who refused it. `before` are the
/// steps before this one.
[[nodiscard]] Result<void> tell_review(Context& context, database::Transaction& transaction,
                                       const RecordedFact& fact, ReviewStep step,
                                       std::string_view text, std::span<const Review> before);

/// Tells who refused a fact that its agency corrected it, so that it counts again.
[[nodiscard]] Result<void> tell_correction(Context& context, database::Transaction& transaction,
                                           const RecordedFact& refused,
                                           const RecordedFact& correction);

}  // namespace caicach::evidence
