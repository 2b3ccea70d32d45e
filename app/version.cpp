#include "app/version.hpp"

namespace caicach::app
{

std::string_view version() { return CAICACH_VERSION; }

}  // namespace caicach::app
