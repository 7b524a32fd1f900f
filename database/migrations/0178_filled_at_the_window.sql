-- A form that is filled in at the window: nobody can have it ready, so it is neither ticked nor photographed, and never
-- counts as missing.
alter table guide_materials drop constraint guide_materials_form_check;
alter table guide_materials add constraint guide_materials_form_check
  check (form in ('original', 'copy', 'form', 'at_window'));
alter table case_materials drop constraint case_materials_form_check;
alter table case_materials add constraint case_materials_form_check
  check (form in ('original', 'copy', 'form', 'at_window'));
