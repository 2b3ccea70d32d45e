#pragma once
#include <string>
#include <string_view>

#include "manifest/context.hpp"
#include "plan/put_in_force.hpp"

/// Plans of the sample province on their way into force: what its coordinator does on pages.
namespace caicach::app
{

/// Sở Nội vụ: coordinates the plans of the sample.
inline constexpr std::string_view sample_coordinator = "SNV";

/// Through the importer, as a draft.
[[nodiscard]] Result<plan::Edition> import_sample_plan(Context& context, const std::string& name,
                                                       std::string_view bytes);

/// What the coordinator of the sample did: looked at every item and every line in doubt.
[[nodiscard]] Result<void> settle_sample_plan(database::Transaction& transaction,
                                              const plan::Edition& edition);

}  // namespace caicach::app
