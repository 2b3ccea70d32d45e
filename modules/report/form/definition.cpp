#include "report/form/definition.hpp"

namespace caicach::report
{

const std::string& key_of(const Part& part)
{
    return std::visit([](const auto& one) -> const std::string& { return one.key; }, part);
}

const std::string& text_of(const Part& part)
{
    return std::visit([](const auto& one) -> const std::string& { return one.text; }, part);
}

std::vector<const Indicator*> indicators_of(const Definition& definition)
{
    std::vector<const Indicator*> all;
    for (const auto& section : definition.sections) {
        for (const auto& part : section.parts)
            if (const auto* indicator = std::get_if<Indicator>(&part)) all.push_back(indicator);
    }
    return all;
}

}  // namespace caicach::report
