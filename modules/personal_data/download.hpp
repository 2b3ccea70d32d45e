#pragma once
#include <string>

#include "manifest/context.hpp"

namespace caicach::personal_data
{

/// Everything the modules keep about the account: a zip of one CSV for each section, all of them
/// once more as JSON, and a page that says what is what. In memory: each section is bounded.
[[nodiscard]] Result<std::string> download_of(Context& context, database::Transaction& transaction,
                                              AccountId account);

}  // namespace caicach::personal_data
