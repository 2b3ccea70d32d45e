#pragma once
#include <string>
#include <vector>

#include "app/demo/demo_chance.hpp"

/// Names of communes and people that nobody bears.
namespace caicach::app
{

/// "Suối Trám": different ones, in an order of chance. There are some hundred and sixty.
[[nodiscard]] std::vector<std::string> demo_commune_names(DemoChance& chance);

[[nodiscard]] std::string demo_person_name(DemoChance& chance);

}  // namespace caicach::app
