#pragma once
#include <vector>

#include "base/result.hpp"
#include "json/value.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// The JSON that forms are kept and passed on as. What is as it is by default is left out, so that
/// a later program writes the same text of an older form.
[[nodiscard]] json::Value to_json(const Definition& definition);
/// One part alone: what the differences of two versions are told by.
[[nodiscard]] json::Value to_json(const Part& part);

/// What was read, as far as it could be, and all that is wrong with it.
struct DefinitionRead {
    Definition definition{};
    std::vector<Error> faults{};
};

/// Strictly: a member that is not known, or of another kind, is a fault. Each is invalid
/// "report.json.{kind,unknown,missing,choice,number,too_many,too_long}", its field a JSON pointer
/// ("/sections/0/parts/2/indicator/unit"). What a form must say besides is asked by form_rules.hpp.
[[nodiscard]] DefinitionRead definition_from(const json::Value& value);

}  // namespace caicach::report
