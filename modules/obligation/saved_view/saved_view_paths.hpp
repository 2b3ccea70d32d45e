#pragma once
#include <string>

namespace caicach::obligation
{

[[nodiscard]] inline std::string views_path() { return "/bo-loc"; }
[[nodiscard]] inline std::string view_name_path() { return views_path() + "/doi-ten"; }
[[nodiscard]] inline std::string view_beginning_path() { return views_path() + "/mo-san"; }
[[nodiscard]] inline std::string view_removal_path() { return views_path() + "/bo"; }

}  // namespace caicach::obligation
