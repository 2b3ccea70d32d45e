#pragma once
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "outgoing/api.hpp"
#include "plan/api.hpp"

/// Letters about the late that became documents of the agency which coordinates the plan.
namespace caicach::obligation
{

/// Whose documents they are, in the module of documents; the object is the plan.
inline constexpr std::string_view letter_source = "obligation";

struct LetterDocuments {
    bool may_write{};
    std::vector<outgoing::Document> made{};  ///< for who may write them; the latest first
};
[[nodiscard]] Result<LetterDocuments> letter_documents_of(const Context& context,
                                                          database::Transaction& transaction,
                                                          const plan::PlanSummary& plan);

}  // namespace caicach::obligation
