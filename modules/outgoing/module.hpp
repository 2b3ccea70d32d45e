#pragma once
#include <string_view>

#include "manifest/module.hpp"

namespace caicach::outgoing
{

/// In the data folder: certificates (PEM) of those whom the operator trusts to say who somebody is.
inline constexpr std::string_view authorities_file_name = "signing.authorities.pem";

/// Everything that this module brings to the house.
[[nodiscard]] Module module();

}  // namespace caicach::outgoing
