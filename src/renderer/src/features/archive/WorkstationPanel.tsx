import { Input, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core'
import { useLanguage, useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What this workstation alone keeps: its language and its colours. */
export function WorkstationPanel() {
  const { archive, common } = useText()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Panel title={archive.settings.workstation}>
      <Stack gap="md">
        <Input.Wrapper label={archive.settings.language} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={archive.settings.language} value={language} onChange={choose}
              data={(['zh-CN', 'en'] as const).map((value) => ({ value, label: common.languageName[value] }))}
            />
          </div>
        </Input.Wrapper>
        <Input.Wrapper label={archive.settings.colours} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={archive.settings.colours} value={colorScheme} onChange={setColorScheme}
              data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: common.colour[value] }))}
            />
          </div>
        </Input.Wrapper>
      </Stack>
    </Panel>
  )
}
