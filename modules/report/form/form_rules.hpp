#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/period.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// All that keeps a form from being used, besides agencies and figures, which put_in_force asks
/// for. Each is invalid "report.form.…", its field a JSON pointer to what is to be mended: keys
/// that are malformed or stand twice, missing words, numbers that say not how they come about,
/// rules that name what the form does not have, days that no year has.
[[nodiscard]] std::vector<Error> faults_of(const Definition& definition,
                                           std::span<const calendar::CutOff> cut_offs);

/// The keys of figures that the form asks for, each once, with where it stands first.
struct NamedFigure {
    std::string key{};
    std::string pointer{};
};
[[nodiscard]] std::vector<NamedFigure> figures_in(const Definition& definition);

}  // namespace caicach::report
