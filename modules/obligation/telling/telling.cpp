#include "obligation/telling/telling.hpp"

#include "obligation/telling/told_figures.hpp"
#include "obligation/telling/told_lines.hpp"
#include "obligation/telling/told_tables.hpp"

namespace caicach::obligation
{

void add_telling(Module& module)
{
    module.on<evidence::ToldFiguresAsked>(name_figures);
    module.on<evidence::ToldAmountsAsked>(tell_amounts);
    module.on<evidence::ToldLinesAsked>(tell_lines);
    module.on<evidence::ToldTablesAsked>(name_tables);
    module.on<evidence::ToldTableAsked>(tell_table);
}

}  // namespace caicach::obligation
