#pragma once
#include <vector>

#include "organisation/reorganisation.hpp"

/// What a decision says, before anybody looks into the directory. Pure.
namespace caicach::organisation
{

/// A refusal "organisation.reorganisation.{what}" at a field.
[[nodiscard]] tl::unexpected<Error> refused(std::string_view what, std::string field,
                                            std::vector<std::string> arguments = {});

/// Whether it names whom its kind needs, each once, and shares that add up.
[[nodiscard]] Result<void> check_terms(const Reorganisation& what);

/// Who passes on to whom; where nobody takes over, `to` is 0.
[[nodiscard]] std::vector<Passage> passages_of(const Reorganisation& what);

/// Those that end the day before: all of theirs goes to others, or nowhere.
[[nodiscard]] std::vector<AgencyId> ending(const Reorganisation& what);

}  // namespace caicach::organisation
