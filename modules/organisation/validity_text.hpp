#pragma once
#include <string>

#include "organisation/api.hpp"

namespace caicach::organisation
{

/// " (từ 01/07/2025)", to stand behind what holds; nothing where it always did and still does.
[[nodiscard]] inline std::string days_text(const Validity& validity)
{
    const bool is_ever_since = validity.from == first_day();
    if (is_ever_since && !validity.to) return {};
    if (is_ever_since) return " (đến " + validity.to->vietnamese() + ")";
    if (!validity.to) return " (từ " + validity.from.vietnamese() + ")";
    return " (từ " + validity.from.vietnamese() + " đến " + validity.to->vietnamese() + ")";
}

}  // namespace caicach::organisation
