#pragma once
#include <vector>

#include "manifest/module.hpp"

namespace caicach::app
{

/// Every module of the product, in the order of modules.txt, and the description of their API. The
/// only place that knows them all.
[[nodiscard]] std::vector<Module> all_modules();

[[nodiscard]] std::vector<http::Route> routes_of(const std::vector<Module>& modules);

/// Texts of foundation libraries, which have no manifest.
[[nodiscard]] std::vector<std::string_view> foundation_messages();

}  // namespace caicach::app
