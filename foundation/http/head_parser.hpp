#pragma once
#include <string_view>

#include "http/framing.hpp"
#include "http/request.hpp"

namespace caicach::http
{

/// A head that passed, and where its body ends; or the status that refuses it.
struct Head {
    int refusal{};
    RequestParts parts{};
    Framing framing{};
    bool keeps_alive{};
};

/// `text` is a whole head that the scanner has let pass; Beast must read the same in it.
[[nodiscard]] Head parse_head(std::string_view text);

}  // namespace caicach::http
