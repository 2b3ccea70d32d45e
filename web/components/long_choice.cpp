#include "web/components/long_choice.hpp"

namespace caicach::web
{

void long_choice_field(html::Writer& out, const ChoiceField& field, const TypedChoice& typed)
{
    if (field.choices.size() <= choices_in_list_max) {
        combobox_field(out, field);
        return;
    }
    std::string hint{field.field.hint};
    if (!hint.empty()) hint += ' ';
    hint += typed.hint;
    auto text = field.field;
    text.value = typed.value;
    text.hint = hint;
    text_field(out, text);
}

}  // namespace caicach::web
